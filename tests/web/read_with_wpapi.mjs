/*
 * Reads the sample newsroom with wpapi, and prints what it got: node read_with_wpapi.mjs HOME
 *
 * WordPress has patterns of routes that wpapi cannot parse (those of templates). It says so, and goes on with the
 * routes that it knows by itself, as it does with WordPress.
 */
import WPAPI from 'wpapi';

const home = process.argv[ 2 ];
const wp = await WPAPI.discover( `${ home }/` );
const ids = ( items ) => items.map( ( item ) => item.id );

const first = await wp.posts().perPage( 5 );
const second = await first._paging.next;
const [ article ] = await wp.posts().slug( 'halcyon-orders-twelve-ships' ).embed();
const [ markets ] = await wp.categories().slug( 'markets' );

console.log(
	JSON.stringify( {
		site: ( await wp.root() ).name,
		total: first._paging.total,
		pages: first._paging.totalPages,
		first: ids( first ),
		second: ids( second ),
		back: ids( await second._paging.prev ),
		article: article.id,
		single: ( await wp.posts().id( article.id ) ).slug,
		author: article._embedded.author[ 0 ].name,
		picture: article._embedded[ 'wp:featuredmedia' ]?.[ 0 ].source_url,
		terms: article._embedded[ 'wp:term' ].flat().map( ( term ) => term.name ),
		markets: ids( await wp.posts().categories( markets.id ) ),
		tags: ( await wp.tags().perPage( 3 ).orderby( 'count' ).order( 'desc' ) ).length,
		pagesOfSite: ( await wp.pages() ).map( ( page ) => page.slug ),
		users: ( await wp.users() ).map( ( user ) => user.name ),
		media: ( await wp.media().perPage( 2 ) ).map( ( picture ) => picture.media_type ),
		replies: ids( await wp.comments().forPost( article.id ) ),
		found: ids( await wp.posts().search( 'ferry' ).param( '_fields', 'id' ) ),
		types: Object.keys( await wp.types() ),
		missing: await wp.posts().id( 4711 ).get().catch( ( refusal ) => refusal.code ),
		private: await wp.users().me().get().catch( ( refusal ) => refusal.code ),
	} )
);

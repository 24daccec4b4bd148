/*
 * Reads the sample newsroom with the packages that WordPress's own editor reads with, and prints what they got:
 * node read_with_core_data.mjs HOME LOGIN:PASSWORD
 *
 * They expect a browser, so they are given the window of a page that nobody sees.
 */
import { createRequire } from 'node:module';

const require = createRequire( import.meta.url );
const [ home, credentials ] = process.argv.slice( 2 );

const { JSDOM, VirtualConsole } = require( 'jsdom' );
const { window } = new JSDOM( '', { url: `${ home }/`, virtualConsole: new VirtualConsole() } );
const wanted = [ 'CustomEvent', 'DOMParser', 'Document', 'Element', 'HTMLElement', 'MutationObserver', 'Node', 'Text' ];
for ( const name of [ ...wanted, 'document', 'getComputedStyle', 'navigator' ] ) {
	globalThis[ name ] ??= window[ name ];
}
globalThis.window = window;

const { default: apiFetch } = require( '@wordpress/api-fetch' );
const { resolveSelect, select } = require( '@wordpress/data' );
const { store } = require( '@wordpress/core-data' );

apiFetch.use( apiFetch.createRootURLMiddleware( `${ home }/wp-json/` ) );
apiFetch.use( ( options, next ) => {
	const headers = { ...options.headers, Authorization: `Basic ${ btoa( credentials ) }` };
	return next( { ...options, headers } );
} );

const core = resolveSelect( store );
const ids = ( items ) => items.map( ( item ) => item.id );
const query = { per_page: 5, _embed: 1 };

const posts = await core.getEntityRecords( 'postType', 'post', query );
const article = await core.getEntityRecord( 'postType', 'post', posts[ 0 ].id );
const categories = await core.getEntityRecords( 'taxonomy', 'category', { per_page: -1 } );
const site = await core.getEntityRecord( 'root', '__unstableBase' );
const pictures = await core.getEntityRecords( 'postType', 'attachment', { per_page: 2 } );
const answer = await apiFetch( { path: '/wp/v2/posts?per_page=5&page=2', parse: false } );

console.log(
	JSON.stringify( {
		site: site.name,
		posts: ids( posts ),
		total: select( store ).getEntityRecordsTotalItems( 'postType', 'post', query ),
		pages: select( store ).getEntityRecordsTotalPages( 'postType', 'post', query ),
		embedded: posts[ 0 ]._embedded.author[ 0 ].name,
		raw: article.title.raw,
		template: article.permalink_template,
		edited: select( store ).getEditedEntityRecord( 'postType', 'post', article.id ).title,
		categories: categories.map( ( category ) => category.slug ),
		category: ( await core.getEntityRecord( 'taxonomy', 'category', categories[ 0 ].id ) ).slug,
		picture: ( await core.getEntityRecord( 'postType', 'attachment', pictures[ 0 ].id ) ).media_type,
		types: ( await core.getPostTypes() ).map( ( type ) => type.slug ),
		taxonomies: ( await core.getTaxonomies() ).map( ( taxonomy ) => taxonomy.slug ),
		users: ( await core.getUsers( { context: 'view' } ) ).map( ( user ) => user.name ),
		me: ( await core.getCurrentUser() ).name,
		mayWrite: await core.canUser( 'create', { kind: 'postType', name: 'post' } ),
		mayManage: ( await core.canUser( 'create', { kind: 'root', name: 'user' } ) ) ?? false,
		comments: ( await core.getEntityRecords( 'root', 'comment', { per_page: 3 } ) ).length,
		revisions: ids( await core.getRevisions( 'postType', 'post', 1240 ) ),
		second: ids( await answer.json() ),
		header: answer.headers.get( 'X-WP-TotalPages' ),
	} )
);
process.exit( 0 ); // the packages keep timers

"""What a fresh WordPress 7.1 has in its options: names, values and loading, and what its roles may do."""

# Loaded with every request.
OPTIONS = {
    "cron": 'a:1:{s:7:"version";i:2;}',
    "siteurl": "",
    "home": "",
    "blogname": "",
    "blogdescription": "",
    "users_can_register": "0",
    "admin_email": "",
    "start_of_week": "1",
    "use_balanceTags": "0",
    "use_smilies": "1",
    "require_name_email": "1",
    "comments_notify": "1",
    "posts_per_rss": "10",
    "rss_use_excerpt": "0",
    "mailserver_url": "mail.example.com",
    "mailserver_login": "login@example.com",
    "mailserver_pass": "",
    "mailserver_port": "110",
    "default_category": "1",
    "default_comment_status": "open",
    "default_ping_status": "open",
    "default_pingback_flag": "1",
    "posts_per_page": "10",
    "date_format": "F j, Y",
    "time_format": "g:i a",
    "links_updated_date_format": "F j, Y g:i a",
    "comment_moderation": "0",
    "moderation_notify": "1",
    "permalink_structure": "/%postname%/",
    "rewrite_rules": "",
    "hack_file": "0",
    "blog_charset": "UTF-8",
    "active_plugins": "a:0:{}",
    "category_base": "",
    "ping_sites": "https://rpc.pingomatic.com/",
    "comment_max_links": "2",
    "gmt_offset": "0",
    "default_email_category": "1",
    "template": "twentytwentyfive",
    "stylesheet": "twentytwentyfive",
    "comment_registration": "0",
    "html_type": "text/html",
    "use_trackback": "0",
    "default_role": "subscriber",
    "db_version": "61833",
    "uploads_use_yearmonth_folders": "1",
    "upload_path": "",
    "blog_public": "1",
    "default_link_category": "2",
    "show_on_front": "posts",
    "tag_base": "",
    "show_avatars": "1",
    "avatar_rating": "G",
    "upload_url_path": "",
    "thumbnail_size_w": "150",
    "thumbnail_size_h": "150",
    "thumbnail_crop": "1",
    "medium_size_w": "300",
    "medium_size_h": "300",
    "avatar_default": "mystery",
    "large_size_w": "1024",
    "large_size_h": "1024",
    "image_default_link_type": "none",
    "image_default_size": "",
    "image_default_align": "",
    "close_comments_for_old_posts": "0",
    "close_comments_days_old": "14",
    "thread_comments": "1",
    "thread_comments_depth": "5",
    "page_comments": "0",
    "comments_per_page": "50",
    "default_comments_page": "newest",
    "comment_order": "asc",
    "sticky_posts": "a:0:{}",
    "widget_categories": "a:0:{}",
    "widget_text": "a:0:{}",
    "widget_rss": "a:0:{}",
    "timezone_string": "",
    "page_for_posts": "0",
    "page_on_front": "0",
    "default_post_format": "0",
    "link_manager_enabled": "0",
    "finished_splitting_shared_terms": "1",
    "site_icon": "0",
    "medium_large_size_w": "768",
    "medium_large_size_h": "0",
    "wp_page_for_privacy_policy": "0",
    "show_comments_cookies_opt_in": "1",
    "admin_email_lifespan": "2145916800",
    "comment_previously_approved": "1",
    "auto_update_core_dev": "enabled",
    "auto_update_core_minor": "enabled",
    "auto_update_core_major": "enabled",
    "wp_force_deactivated_plugins": "a:0:{}",
    "wp_attachment_pages_enabled": "0",
    "wp_notes_notify": "1",
    "initial_db_version": "61833",
    "WPLANG": "",
    "current_theme": "Twenty Twenty-Five",
    "widget_block": 'a:1:{s:12:"_multiwidget";i:1;}',
    "sidebars_widgets": (
        'a:4:{s:19:"wp_inactive_widgets";a:0:{}s:9:"sidebar-1";a:0:{}s:9:"sidebar-2";a:0:{}'
        's:13:"array_version";i:3;}'
    ),
}

# Loaded when asked for.
RARE_OPTIONS = {
    "moderation_keys": "",
    "uninstall_plugins": "a:0:{}",
    "disallowed_keys": "",
    "auto_plugin_theme_update_emails": "a:0:{}",
    "fresh_site": "1",
    "user_count": "1",
}

ROLE_NAMES = {
    "administrator": "Administrator",
    "editor": "Editor",
    "author": "Author",
    "contributor": "Contributor",
    "subscriber": "Subscriber",
}

# In the order in which WordPress stores them.
CAPABILITIES = {
    "administrator": """
        switch_themes edit_themes activate_plugins edit_plugins edit_users edit_files manage_options
        moderate_comments manage_categories manage_links upload_files import unfiltered_html edit_posts
        edit_others_posts edit_published_posts publish_posts edit_pages read level_10 level_9 level_8 level_7
        level_6 level_5 level_4 level_3 level_2 level_1 level_0 edit_others_pages edit_published_pages
        publish_pages delete_pages delete_others_pages delete_published_pages delete_posts delete_others_posts
        delete_published_posts delete_private_posts edit_private_posts read_private_posts delete_private_pages
        edit_private_pages read_private_pages delete_users create_users unfiltered_upload edit_dashboard
        update_plugins delete_plugins install_plugins update_themes install_themes update_core list_users
        remove_users promote_users edit_theme_options delete_themes export
    """,
    "editor": """
        moderate_comments manage_categories manage_links upload_files unfiltered_html edit_posts
        edit_others_posts edit_published_posts publish_posts edit_pages read level_7 level_6 level_5 level_4
        level_3 level_2 level_1 level_0 edit_others_pages edit_published_pages publish_pages delete_pages
        delete_others_pages delete_published_pages delete_posts delete_others_posts delete_published_posts
        delete_private_posts edit_private_posts read_private_posts delete_private_pages edit_private_pages
        read_private_pages
    """,
    "author": """
        upload_files edit_posts edit_published_posts publish_posts read level_2 level_1 level_0 delete_posts
        delete_published_posts
    """,
    "contributor": "edit_posts read level_1 level_0 delete_posts",
    "subscriber": "read level_0",
}

# What WordPress notes about every new user.
USER_META = {
    "nickname": "",
    "first_name": "",
    "last_name": "",
    "description": "",
    "rich_editing": "true",
    "syntax_highlighting": "true",
    "infinite_scrolling": "true",
    "comment_shortcuts": "false",
    "admin_color": "modern",
    "use_ssl": "0",
    "show_admin_bar_front": "true",
    "locale": "",
}

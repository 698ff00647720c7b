"""The same pages as those of peers/hugo."""

SITENAME = "The Varenian conflict"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
THEME = "theme"
ARTICLE_PATHS = [""]
AUTHOR_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "categories", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 20}
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
CACHE_PATH = "cache"

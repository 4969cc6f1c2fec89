/* What Transport needs of libcurl. Swift cannot call variadic C functions: these are the same with their types. */
#include <curl/curl.h>

static inline CURLcode specsync_curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

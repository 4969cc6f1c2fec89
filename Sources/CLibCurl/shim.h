/* What Transport needs of libcurl, and nothing else. */
#include <curl/curl.h>

#if LIBCURL_VERSION_NUM < 0x075500
#error "SpecSync needs libcurl 7.85 or later"
#endif

/* curl_easy_setopt and curl_easy_getinfo take whatever type the option asks for. Swift cannot call such variadic
   functions, and a wrong type would be read as rubbish: these are the same, one for each type. */

static inline CURLcode specsync_curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode specsync_curl_set_offset(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode specsync_curl_set_string(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode specsync_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}

/* curl copies the bytes. */
static inline CURLcode specsync_curl_set_bytes(CURL *curl, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return curl_easy_setopt(curl, option, &blob);
}

/* CURLOPT_WRITEFUNCTION and CURLOPT_READFUNCTION: their functions are of one type. */
static inline CURLcode specsync_curl_set_transfer(CURL *curl, CURLoption option, curl_write_callback function) {
    return curl_easy_setopt(curl, option, function);
}

static inline CURLcode specsync_curl_set_debug(CURL *curl, curl_debug_callback function) {
    return curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, function);
}

static inline CURLcode specsync_curl_set_host_key(CURL *curl, curl_sshkeycallback function) {
    return curl_easy_setopt(curl, CURLOPT_SSH_KEYFUNCTION, function);
}

/* The option was misspelt until 8.2; the old name is a macro now, which Swift does not see. */
static inline CURLcode specsync_curl_allow_failed_recipients(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
}

static inline CURLcode specsync_curl_get_long(CURL *curl, CURLINFO info, long *value) {
    return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode specsync_curl_get_offset(CURL *curl, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(curl, info, value);
}

static inline CURLcode specsync_curl_get_string(CURL *curl, CURLINFO info, char **value) {
    return curl_easy_getinfo(curl, info, value);
}

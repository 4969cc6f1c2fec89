#include "profiles.h"

// The compiler that comes with Swift knows #embed in every dialect of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char taobao[] = {
#embed "profiles/taobao.yaml"
};
static const unsigned char shopify[] = {
#embed "profiles/shopify.yaml"
};
static const unsigned char woocommerce[] = {
#embed "profiles/woocommerce.yaml"
};
static const unsigned char amazon[] = {
#embed "profiles/amazon.yaml"
};
static const unsigned char google[] = {
#embed "profiles/google.yaml"
};
static const unsigned char yml[] = {
#embed "profiles/yml.yaml"
};
static const unsigned char flat[] = {
#embed "profiles/flat.yaml"
};
static const unsigned char nested[] = {
#embed "profiles/nested.yaml"
};

static const struct specsync_profile profiles[] = {
    {"taobao", {taobao, sizeof taobao}},
    {"shopify", {shopify, sizeof shopify}},
    {"woocommerce", {woocommerce, sizeof woocommerce}},
    {"amazon", {amazon, sizeof amazon}},
    {"google", {google, sizeof google}},
    {"yml", {yml, sizeof yml}},
    {"flat", {flat, sizeof flat}},
    {"nested", {nested, sizeof nested}},
};

size_t specsync_profile_count(void) { return sizeof profiles / sizeof profiles[0]; }

const struct specsync_profile *specsync_profile(size_t index) { return &profiles[index]; }

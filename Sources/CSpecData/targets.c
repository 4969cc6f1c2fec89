#include "targets.h"

// The compiler that comes with Swift knows #embed in every dialect of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char shopify[] = {
#embed "targets/shopify.yaml"
};
static const unsigned char woocommerce[] = {
#embed "targets/woocommerce.yaml"
};
static const unsigned char taobao[] = {
#embed "targets/taobao.yaml"
};
static const unsigned char douyin[] = {
#embed "targets/douyin.yaml"
};
static const unsigned char google[] = {
#embed "targets/google.yaml"
};
static const unsigned char shopee[] = {
#embed "targets/shopee.yaml"
};
static const unsigned char amazon[] = {
#embed "targets/amazon.yaml"
};

static const struct specsync_target targets[] = {
    {"shopify", {shopify, sizeof shopify}},
    {"woocommerce", {woocommerce, sizeof woocommerce}},
    {"taobao", {taobao, sizeof taobao}},
    {"douyin", {douyin, sizeof douyin}},
    {"google", {google, sizeof google}},
    {"shopee", {shopee, sizeof shopee}},
    {"amazon", {amazon, sizeof amazon}},
};

size_t specsync_target_count(void) { return sizeof targets / sizeof targets[0]; }

const struct specsync_target *specsync_target(size_t index) { return &targets[index]; }

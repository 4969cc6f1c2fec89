// null_sax FILE: the floor of reading XML. libxml2 parses the file with its SAX2 interface into handlers that are empty
// but for a counter.
//   cc -O2 $(xml2-config --cflags) null_sax.c -o null_sax $(xml2-config --libs)
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

static long elements, characters;

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
                  const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes) {
    elements++;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}

static void text(void *context, const xmlChar *bytes, int count) { characters += count; }

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: null_sax FILE\n");
        return 64;
    }
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = text;
    if (xmlSAXUserParseFile(&handler, NULL, argv[1])) return 2;
    printf("%ld elements, %ld bytes of text\n", elements, characters);
    return 0;
}

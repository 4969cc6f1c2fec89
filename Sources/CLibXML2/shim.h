/* What XMLStreams needs of libxml2, and nothing else. */
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU; its headers then pull in <unicode/ucnv.h>, which clashes with the ICU inside
   Foundation. Without the macro two trailing members of xmlCharEncodingHandler are unseen: never allocate one. */
#undef LIBXML_ICU_ENABLED
#include <libxml/tree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>

/* Headers only: see include/byte_scan.h. */

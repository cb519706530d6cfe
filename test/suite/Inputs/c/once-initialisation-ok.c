// The table is built through pthread_once, which every reader calls first.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static uint32_t crc_table[256];
static pthread_once_t crc_once = PTHREAD_ONCE_INIT;

static void build_table(void) {
  for (uint32_t n = 0; n < 256; n++) {
    uint32_t c = n;
    for (int k = 0; k < 8; k++)
      c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
    crc_table[n] = c;
  }
}

static uint32_t crc(const unsigned char *p, size_t n) {
  pthread_once(&crc_once, build_table);
  uint32_t c = ~0u;
  while (n--)
    c = crc_table[(c ^ *p++) & 255] ^ (c >> 8);
  return ~c;
}

static void *checksum(void *arg) {
  const char *text = arg;
  size_t n = 0;
  while (text[n])
    n++;
  printf("%08x\n", (unsigned)crc((const unsigned char *)text, n));
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, checksum, "first");
  pthread_create(&b, NULL, checksum, "second");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}

// One thread writes the integer member and the other reads the bytes of the same union.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static union {
  uint32_t word;
  uint8_t bytes[4];
} pixel;

static void *write_word(void *unused) {
  (void)unused;
  for (uint32_t i = 0; i < 1000; i++)
    pixel.word = i << 8; // RACE
  return NULL;
}

static void *sum_bytes(void *arg) {
  unsigned *sum = arg;
  for (int i = 0; i < 1000; i++)
    *sum += pixel.bytes[i % 4]; // RACE
  return NULL;
}

int main(void) {
  pthread_t w, r;
  unsigned sum = 0;
  pthread_create(&w, NULL, write_word, NULL);
  pthread_create(&r, NULL, sum_bytes, &sum);
  pthread_join(w, NULL);
  pthread_join(r, NULL);
  printf("%u %u\n", sum, (unsigned)pixel.word);
  return 0;
}

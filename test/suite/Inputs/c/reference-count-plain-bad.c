// The reference count of the shared buffer is a plain int that two threads decrement.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct buffer {
  int refs;
  size_t size;
  unsigned char data[64];
};

static struct buffer *buffer_new(void) {
  struct buffer *b = calloc(1, sizeof *b);
  b->refs = 1;
  b->size = sizeof b->data;
  return b;
}

static struct buffer *buffer_ref(struct buffer *b) {
  b->refs++; // RACE
  return b;
}

static void buffer_unref(struct buffer *b) {
  if (--b->refs == 0) // RACE
    free(b); // RACE
}

static void *consume(void *arg) {
  struct buffer *b = arg;
  unsigned sum = 0;
  for (size_t i = 0; i < b->size; i++) // RACE
    sum += b->data[i]; // RACE
  printf("%u\n", sum);
  buffer_unref(b);
  return NULL;
}

int main(void) {
  struct buffer *b = buffer_new();
  pthread_t t[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, consume, buffer_ref(b));
  buffer_unref(b);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}

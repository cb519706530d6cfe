// The reference count of the shared buffer is atomic; whoever brings it to zero, with acquire-release order, frees the buffer.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct buffer {
  atomic_int refs;
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
  atomic_fetch_add_explicit(&b->refs, 1, memory_order_relaxed);
  return b;
}

static void buffer_unref(struct buffer *b) {
  if (atomic_fetch_sub_explicit(&b->refs, 1, memory_order_acq_rel) == 1)
    free(b);
}

static void *consume(void *arg) {
  struct buffer *b = arg;
  unsigned sum = 0;
  for (size_t i = 0; i < b->size; i++)
    sum += b->data[i];
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

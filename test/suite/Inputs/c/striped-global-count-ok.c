// A hash table with one lock per stripe keeps its element count atomic, since no single stripe lock covers it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { STRIPES = 8, BUCKETS = 64 };

struct entry {
  struct entry *next;
  unsigned key;
};

static struct {
  pthread_mutex_t lock[STRIPES];
  struct entry *bucket[BUCKETS];
  atomic_uint count;
} table;

static void table_add(unsigned key) {
  unsigned b = key * 2654435761u % BUCKETS;
  struct entry *e = malloc(sizeof *e);
  e->key = key;
  pthread_mutex_lock(&table.lock[b % STRIPES]);
  e->next = table.bucket[b];
  table.bucket[b] = e;
  table.count++;
  pthread_mutex_unlock(&table.lock[b % STRIPES]);
}

static void *add_many(void *arg) {
  unsigned base = *(unsigned *)arg;
  for (unsigned i = 0; i < 300; i++)
    table_add(base + i);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  unsigned base[2] = {0, 100000};
  for (int i = 0; i < STRIPES; i++)
    pthread_mutex_init(&table.lock[i], NULL);
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, add_many, &base[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%u\n", table.count);
  return 0;
}

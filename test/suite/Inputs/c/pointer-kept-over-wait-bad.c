// The pointer to the entry is taken before the condition wait, during which another thread may have moved the array.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
  int complete;
  int value;
};

static struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct entry *entries;
  int count;
} table = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static int add_entry(void) {
  pthread_mutex_lock(&table.lock);
  table.entries = realloc(table.entries, (size_t)(table.count + 1) * sizeof *table.entries); // RACE
  table.entries[table.count] = (struct entry){0, 0};
  int at = table.count++;
  pthread_mutex_unlock(&table.lock);
  return at;
}

static int await(int at) {
  pthread_mutex_lock(&table.lock);
  struct entry *e = &table.entries[at]; // RACE
  while (!table.entries[at].complete)
    pthread_cond_wait(&table.changed, &table.lock); // RACE
  int value = e->value; // RACE
  pthread_mutex_unlock(&table.lock);
  return value;
}

static void *complete_first(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++)
    add_entry();
  pthread_mutex_lock(&table.lock);
  table.entries[0] = (struct entry){1, 99};
  pthread_cond_broadcast(&table.changed);
  pthread_mutex_unlock(&table.lock);
  return NULL;
}

int main(void) {
  pthread_t t;
  int first = add_entry();
  pthread_create(&t, NULL, complete_first, NULL);
  printf("%d\n", await(first));
  pthread_join(t, NULL);
  free(table.entries);
  return 0;
}

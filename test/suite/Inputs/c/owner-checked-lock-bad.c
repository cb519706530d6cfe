// A recursive lock of one's own compares a plain owner field with the caller before the mutex is held.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct relock {
  pthread_mutex_t mutex;
  int owner;
  int depth;
};

static struct relock tree_lock = {.mutex = PTHREAD_MUTEX_INITIALIZER};
static int nodes;

static void relock_enter(struct relock *l, int me) {
  if (l->owner == me) { // RACE
    l->depth++;
    return;
  }
  pthread_mutex_lock(&l->mutex);
  l->owner = me; // RACE
  l->depth = 1;
}

static void relock_leave(struct relock *l) {
  if (--l->depth == 0) {
    l->owner = 0; // RACE
    pthread_mutex_unlock(&l->mutex);
  }
}

static void add_node(int me, int children) {
  relock_enter(&tree_lock, me);
  nodes++;
  for (int i = 0; i < children; i++)
    add_node(me, children - 1);
  relock_leave(&tree_lock);
}

static void *grow(void *arg) {
  int me = *(int *)arg;
  for (int i = 0; i < 100; i++)
    add_node(me, 3);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int id[2] = {1, 2};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, grow, &id[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", nodes);
  return 0;
}

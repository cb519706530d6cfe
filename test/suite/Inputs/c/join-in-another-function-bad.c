// The crew is dismissed by a function that joins only the threads before the last, and the log is then printed.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct crew {
  pthread_t *members;
  int size;
  pthread_mutex_t lock;
  int log[64];
  int logged;
};

static void *paint(void *arg) {
  struct crew *c = arg;
  for (int coat = 0; coat < 3; coat++) {
    pthread_mutex_lock(&c->lock);
    c->log[c->logged++] = coat; // RACE
    pthread_mutex_unlock(&c->lock);
  }
  return NULL;
}

static void crew_hire(struct crew *c, int size) {
  c->members = malloc((size_t)size * sizeof *c->members);
  c->size = size;
  c->logged = 0;
  pthread_mutex_init(&c->lock, NULL);
  for (int i = 0; i < size; i++)
    pthread_create(&c->members[i], NULL, paint, c);
}

static void crew_dismiss(struct crew *c) {
  for (int i = 0; i < c->size - 1; i++)
    pthread_join(c->members[i], NULL);
}

static int crew_total(const struct crew *c) {
  int total = 0;
  for (int i = 0; i < c->logged; i++) // RACE
    total += c->log[i]; // RACE
  return total;
}

int main(void) {
  static struct crew c;
  crew_hire(&c, 5);
  crew_dismiss(&c);
  printf("%d\n", crew_total(&c));
  pthread_join(c.members[c.size - 1], NULL);
  free(c.members);
  return 0;
}

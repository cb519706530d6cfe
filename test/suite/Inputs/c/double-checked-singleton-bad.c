// The first check of the lazily created registry reads a plain pointer that another thread writes under the lock.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct registry {
  int version;
  char name[16];
};

static struct registry *instance;
static pthread_mutex_t instance_lock = PTHREAD_MUTEX_INITIALIZER;

static struct registry *create(void) {
  struct registry *r = calloc(1, sizeof *r);
  r->version = 3; // RACE
  r->name[0] = 'r'; // RACE
  return r;
}

static struct registry *registry_get(void) {
  if (instance == NULL) { // RACE
    pthread_mutex_lock(&instance_lock);
    if (instance == NULL)
      instance = create(); // RACE
    pthread_mutex_unlock(&instance_lock);
  }
  return instance; // RACE
}

static void *user(void *unused) {
  (void)unused;
  for (int i = 0; i < 3; i++)
    printf("%d\n", registry_get()->version); // RACE
  return NULL;
}

int main(void) {
  pthread_t t[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, user, NULL);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  free(instance);
  return 0;
}

// Double-checked creation of the registry with an atomic pointer: acquire at the first check, release at the store.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct registry {
  int version;
  char name[16];
};

static _Atomic(struct registry *) instance;
static pthread_mutex_t instance_lock = PTHREAD_MUTEX_INITIALIZER;

static struct registry *create(void) {
  struct registry *r = calloc(1, sizeof *r);
  r->version = 3;
  r->name[0] = 'r';
  return r;
}

static struct registry *registry_get(void) {
  struct registry *r = atomic_load_explicit(&instance, memory_order_acquire);
  if (r == NULL) {
    pthread_mutex_lock(&instance_lock);
    r = atomic_load_explicit(&instance, memory_order_relaxed);
    if (r == NULL) {
      r = create();
      atomic_store_explicit(&instance, r, memory_order_release);
    }
    pthread_mutex_unlock(&instance_lock);
  }
  return r;
}

static void *user(void *unused) {
  (void)unused;
  for (int i = 0; i < 3; i++)
    printf("%d\n", registry_get()->version);
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

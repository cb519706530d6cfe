// The hook is a plain function pointer, checked and called by the worker while main installs and removes it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

typedef void (*hook_fn)(int);

static hook_fn hook;
static atomic_int observed;

static void observe(int value) {
  atomic_fetch_add_explicit(&observed, value, memory_order_relaxed);
}

static void fire(int value) {
  if (hook) // RACE
    hook(value); // RACE
}

static void *worker(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++)
    fire(i);
  return NULL;
}

int main(void) {
  pthread_t t;
  hook = observe;
  pthread_create(&t, NULL, worker, NULL);
  for (int i = 0; i < 100; i++) {
    hook = NULL; // RACE
    hook = observe; // RACE
  }
  pthread_join(t, NULL);
  printf("%d\n", atomic_load(&observed) > 0);
  return 0;
}

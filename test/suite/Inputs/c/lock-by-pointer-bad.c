// Both writers lock through a pointer, but each writer points to a mutex of its own.
#include <pthread.h>
#include <stdio.h>

struct output {
  char text[256];
  int used;
};

struct writer {
  pthread_mutex_t *lock;
  struct output *out;
  char letter;
};

static void *write_letters(void *arg) {
  struct writer *w = arg;
  for (int i = 0; i < 100; i++) {
    pthread_mutex_lock(w->lock);
    w->out->text[w->out->used++] = w->letter; // RACE
    pthread_mutex_unlock(w->lock);
  }
  return NULL;
}

int main(void) {
  struct output out = {.used = 0};
  pthread_mutex_t first_lock = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_t second_lock = PTHREAD_MUTEX_INITIALIZER;
  struct writer a = {&first_lock, &out, 'a'};
  struct writer b = {&second_lock, &out, 'b'};
  pthread_t ta, tb;
  pthread_create(&ta, NULL, write_letters, &a);
  pthread_create(&tb, NULL, write_letters, &b);
  pthread_join(ta, NULL);
  pthread_join(tb, NULL);
  printf("%.*s\n", out.used, out.text);
  return 0;
}

// Commands are dispatched through a table of function pointers, and each command locks the store.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct store {
  pthread_mutex_t lock;
  int value;
  int changes;
};

static struct store store = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void cmd_set(struct store *s, int arg) {
  pthread_mutex_lock(&s->lock);
  s->value = arg;
  s->changes++;
  pthread_mutex_unlock(&s->lock);
}

static void cmd_double(struct store *s, int arg) {
  (void)arg;
  pthread_mutex_lock(&s->lock);
  s->value = (s->value * 2) & 0xffff;
  pthread_mutex_unlock(&s->lock);
}

static const struct command {
  const char *name;
  void (*run)(struct store *, int);
} commands[] = {{"set", cmd_set}, {"double", cmd_double}};

static void execute(const char *name, int arg) {
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
    if (strcmp(commands[i].name, name) == 0)
      commands[i].run(&store, arg);
}

static void *setter(void *unused) {
  (void)unused;
  for (int i = 0; i < 200; i++)
    execute("set", i);
  return NULL;
}

static void *doubler(void *unused) {
  (void)unused;
  for (int i = 0; i < 200; i++)
    execute("double", 0);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, setter, NULL);
  pthread_create(&b, NULL, doubler, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", store.changes);
  return 0;
}

// A semaphore with a single permit serves as a mutex around the buffer.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

#define LINES 64

struct journal {
  sem_t turn;
  char kind[3 * LINES];
  int length;
};

static struct journal journal;

static void note(struct journal *j, char kind) {
  sem_wait(&j->turn);
  j->kind[j->length] = kind;
  j->length++;
  sem_post(&j->turn);
}

static void *writer(void *arg) {
  const char *kind = arg;
  for (int i = 0; i < LINES; i++)
    note(&journal, *kind);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  static const char *const kinds = "rwx";
  sem_init(&journal.turn, 0, 1);
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, writer, (void *)&kinds[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%d %c\n", journal.length, journal.kind[0]);
  sem_destroy(&journal.turn);
  return 0;
}

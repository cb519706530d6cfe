// The box is used only if sem_trywait obtained the permit, which is then posted back.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t box_free;
static int box;
static int deposits;

static void deposit(int value) {
  if (sem_trywait(&box_free) != 0)
    return;
  box = value;
  deposits++;
  sem_post(&box_free);
}

static void *visitor(void *arg) {
  int base = *(int *)arg;
  for (int i = 0; i < 1000; i++)
    deposit(base + i);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int base[3] = {0, 10000, 20000};
  sem_init(&box_free, 0, 1);
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, visitor, &base[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", deposits > 0 && box >= 0);
  sem_destroy(&box_free);
  return 0;
}

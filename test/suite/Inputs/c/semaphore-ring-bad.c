// Two producers share the ring's tail: the semaphores count the slots, but nothing excludes one producer from the other.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

#define SLOTS 4
#define ITEMS 200

static int slots[SLOTS];
static unsigned head, tail;
static sem_t filled, empty;

static void put(int value) {
  sem_wait(&empty);
  slots[tail++ % SLOTS] = value; // RACE
  sem_post(&filled);
}

static int get(void) {
  sem_wait(&filled);
  int value = slots[head++ % SLOTS]; // RACE
  sem_post(&empty);
  return value;
}

static void *produce(void *arg) {
  int base = *(int *)arg;
  for (int i = 0; i < ITEMS; i++)
    put(base + i);
  return NULL;
}

int main(void) {
  enum { PRODUCERS = 2 };
  pthread_t t[PRODUCERS];
  int base[PRODUCERS];
  long sum = 0;
  sem_init(&filled, 0, 0);
  sem_init(&empty, 0, SLOTS);
  for (int i = 0; i < PRODUCERS; i++) {
    base[i] = 1000 * i;
    pthread_create(&t[i], NULL, produce, &base[i]);
  }
  for (int i = 0; i < PRODUCERS * ITEMS; i++)
    sum += get();
  for (int i = 0; i < PRODUCERS; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", sum);
  return 0;
}

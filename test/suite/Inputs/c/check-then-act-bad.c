// Room is checked in one critical section and used in another: two threads can both find the last slot free.
#include <pthread.h>
#include <stdio.h>

#define SEATS 20

struct bus {
  pthread_mutex_t lock;
  int taken;
  int passenger[SEATS];
};

static struct bus bus = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int has_room(struct bus *b) {
  pthread_mutex_lock(&b->lock);
  int room = b->taken < SEATS; // RACE
  pthread_mutex_unlock(&b->lock);
  return room;
}

static void take_seat(struct bus *b, int who) {
  pthread_mutex_lock(&b->lock);
  b->passenger[b->taken++] = who; // RACE
  pthread_mutex_unlock(&b->lock);
}

static int board(struct bus *b, int who) {
  if (!has_room(b)) // RACE
    return 0;
  take_seat(b, who); // RACE
  return 1;
}

static void *queue(void *arg) {
  int first = *(int *)arg;
  for (int i = 0; i < SEATS; i++)
    board(&bus, first + i);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int first[2] = {100, 200};
  pthread_create(&a, NULL, queue, &first[0]);
  pthread_create(&b, NULL, queue, &first[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", bus.taken);
  return 0;
}

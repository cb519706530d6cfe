// The accessor returns the slot locked, and the caller writes once more after it has given it back.
#include <pthread.h>
#include <stdio.h>

struct slot {
  pthread_mutex_t lock;
  int owner;
  int writes;
};

static struct slot slots[3] = {
    {.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}, {.lock = PTHREAD_MUTEX_INITIALIZER}};

static struct slot *slot_acquire(int n) {
  struct slot *s = &slots[n % 3];
  pthread_mutex_lock(&s->lock);
  return s;
}

static void slot_release(struct slot *s) {
  pthread_mutex_unlock(&s->lock);
}

static void *user(void *arg) {
  int me = *(int *)arg;
  for (int i = 0; i < 300; i++) {
    struct slot *s = slot_acquire(i);
    s->owner = me;
    slot_release(s);
    s->writes++; // RACE
  }
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int id[2] = {1, 2};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, user, &id[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", slots[0].writes + slots[1].writes + slots[2].writes);
  return 0;
}

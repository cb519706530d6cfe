// The update function is meant to run under with_lock, but one thread calls it directly.
#include <pthread.h>
#include <stdio.h>

struct game {
  pthread_mutex_t lock;
  int score[2];
};

static struct game game = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void with_lock(struct game *g, void (*update)(struct game *, int), int arg) {
  pthread_mutex_lock(&g->lock);
  update(g, arg);
  pthread_mutex_unlock(&g->lock);
}

static void goal(struct game *g, int team) {
  g->score[team & 1]++; // RACE
}

static void *match(void *arg) {
  int seed = *(int *)arg;
  for (int i = 0; i < 500; i++)
    with_lock(&game, goal, seed + i);
  return NULL;
}

int main(void) {
  pthread_t t;
  int seed = 0;
  pthread_create(&t, NULL, match, &seed);
  for (int i = 0; i < 500; i++)
    goal(&game, i); // RACE
  pthread_join(t, NULL);
  printf("%d\n", game.score[0] + game.score[1]);
  return 0;
}

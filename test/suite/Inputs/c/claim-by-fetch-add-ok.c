// Workers claim tiles by fetch_add on an atomic index: every tile has one owner, who writes it without a lock.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { TILES = 200 };

static atomic_int next_tile;
static struct {
  int shade;
  int passes;
} tiles[TILES];

static void *shader(void *unused) {
  (void)unused;
  for (;;) {
    int mine = atomic_fetch_add_explicit(&next_tile, 1, memory_order_relaxed);
    if (mine >= TILES)
      break;
    tiles[mine].shade = mine % 7;
    tiles[mine].passes++;
  }
  return NULL;
}

int main(void) {
  pthread_t t[3];
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, shader, NULL);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  int twice = 0;
  for (int i = 0; i < TILES; i++)
    twice += tiles[i].passes != 1;
  printf("%d\n", twice);
  return 0;
}

// Two workers claim tiles by reading and incrementing a plain index, so both can claim the same tile.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { TILES = 200 };

static int next_tile;
static struct {
  int shade;
  int passes;
} tiles[TILES];

static void *shader(void *unused) {
  (void)unused;
  for (;;) {
    int mine = next_tile++; // RACE
    if (mine >= TILES)
      break;
    tiles[mine].shade = mine % 7; // RACE
    tiles[mine].passes++; // RACE
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

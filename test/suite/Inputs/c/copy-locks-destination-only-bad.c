// The copy function locks the destination but reads the source, which another thread changes under the source's own lock.
#include <pthread.h>
#include <stdio.h>

struct palette {
  pthread_mutex_t lock;
  unsigned char red, green, blue;
};

static struct palette screen = {.lock = PTHREAD_MUTEX_INITIALIZER};
static struct palette printer = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void palette_set(struct palette *p, int shade) {
  pthread_mutex_lock(&p->lock);
  p->red = (unsigned char)shade; // RACE
  p->green = (unsigned char)(shade / 2); // RACE
  p->blue = (unsigned char)(255 - shade); // RACE
  pthread_mutex_unlock(&p->lock);
}

static void palette_copy(struct palette *to, struct palette *from) {
  pthread_mutex_lock(&to->lock);
  to->red = from->red; // RACE
  to->green = from->green; // RACE
  to->blue = from->blue; // RACE
  pthread_mutex_unlock(&to->lock);
}

static void *fade(void *unused) {
  (void)unused;
  for (int i = 0; i < 256; i++)
    palette_set(&screen, i);
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, fade, NULL);
  for (int i = 0; i < 256; i++)
    palette_copy(&printer, &screen);
  pthread_join(t, NULL);
  printf("%d\n", printer.red);
  return 0;
}

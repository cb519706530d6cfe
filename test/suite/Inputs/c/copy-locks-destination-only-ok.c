// The copy function takes a snapshot under the source's lock and stores it under the destination's, never holding both.
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
  p->red = (unsigned char)shade;
  p->green = (unsigned char)(shade / 2);
  p->blue = (unsigned char)(255 - shade);
  pthread_mutex_unlock(&p->lock);
}

static void palette_copy(struct palette *to, struct palette *from) {
  pthread_mutex_lock(&from->lock);
  unsigned char red = from->red, green = from->green, blue = from->blue;
  pthread_mutex_unlock(&from->lock);
  pthread_mutex_lock(&to->lock);
  to->red = red;
  to->green = green;
  to->blue = blue;
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

// Both drivers behind the same operations struct lock their device in read and in write.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct device;
struct operations {
  int (*read)(struct device *, int at);
  void (*write)(struct device *, int at, int value);
};

struct device {
  const struct operations *ops;
  pthread_mutex_t lock;
  int cells[16];
};

static int null_read(struct device *d, int at) {
  (void)d;
  return at * 0;
}

static void null_write(struct device *d, int at, int value) {
  (void)d;
  (void)at;
  (void)value;
}

static int ram_read(struct device *d, int at) {
  pthread_mutex_lock(&d->lock);
  int value = d->cells[at % 16];
  pthread_mutex_unlock(&d->lock);
  return value;
}

static void ram_write(struct device *d, int at, int value) {
  pthread_mutex_lock(&d->lock);
  d->cells[at % 16] = value;
  pthread_mutex_unlock(&d->lock);
}

static const struct operations null_ops = {null_read, null_write};
static const struct operations ram_ops = {ram_read, ram_write};

static struct device *device_open(const struct operations *ops) {
  struct device *d = calloc(1, sizeof *d);
  d->ops = ops;
  pthread_mutex_init(&d->lock, NULL);
  return d;
}

static void *fill(void *arg) {
  struct device *d = arg;
  for (int i = 0; i < 500; i++)
    d->ops->write(d, i, i);
  return NULL;
}

int main(int argc, char **argv) {
  (void)argv;
  struct device *d = device_open(argc > 1 ? &null_ops : &ram_ops);
  pthread_t t;
  long sum = 0;
  pthread_create(&t, NULL, fill, d);
  for (int i = 0; i < 500; i++)
    sum += d->ops->read(d, i);
  pthread_join(t, NULL);
  pthread_mutex_destroy(&d->lock);
  free(d);
  printf("%ld\n", sum);
  return 0;
}

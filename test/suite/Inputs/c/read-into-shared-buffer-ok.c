// Each thread reads from its file into a buffer on its own stack.
#include <pthread.h>
#include <stdio.h>

static unsigned long sum_file(const char *path) {
  unsigned char block[512];
  unsigned long sum = 0;
  FILE *f = fopen(path, "rb");
  if (!f)
    return 0;
  for (int n = 0; n < 20; n++) {
    size_t got = fread(block, 1, sizeof block, f);
    for (size_t i = 0; i < got; i++)
      sum += block[i];
  }
  fclose(f);
  return sum;
}

static void *digest(void *arg) {
  printf("%d\n", sum_file(arg) > 0);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, digest, "/dev/urandom");
  pthread_create(&b, NULL, digest, "/dev/zero");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}

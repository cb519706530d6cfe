// The formatting function keeps its result in a function-static buffer, which two threads fill at once.
#include <pthread.h>
#include <stdio.h>

static const char *dotted(unsigned addr) {
  static char text[16];
  int at = 0;
  for (int shift = 24; shift >= 0; shift -= 8) {
    unsigned octet = (addr >> shift) & 255u;
    if (octet >= 100)
      text[at++] = (char)('0' + octet / 100); // RACE
    if (octet >= 10)
      text[at++] = (char)('0' + octet / 10 % 10); // RACE
    text[at++] = (char)('0' + octet % 10); // RACE
    if (shift)
      text[at++] = '.'; // RACE
  }
  text[at] = '\0'; // RACE
  return text;
}

static void *log_peers(void *arg) {
  unsigned base = *(unsigned *)arg;
  for (unsigned i = 0; i < 100; i++)
    fputs(dotted(base + i), stderr); // RACE
  return NULL;
}

int main(void) {
  unsigned nets[2] = {0x0a000000u, 0xc0a80000u};
  pthread_t t[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, log_peers, &nets[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}

// Parent and child increment a plain counter in memory that they share.
#include <atomic>
#include <new>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct Board {
  long moves = 0;
};

int main() {
  void *memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    return 1;
  Board *board = new (memory) Board;
  pid_t child = fork();
  if (child < 0)
    return 1;
  for (int i = 0; i < 10000; ++i)
    ++board->moves; // RACE
  if (child == 0)
    _exit(0);
  waitpid(child, nullptr, 0);
  return board->moves == 20000 ? 0 : 1;
}

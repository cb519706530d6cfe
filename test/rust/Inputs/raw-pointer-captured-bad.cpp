// A pointer to a local goes to a thread, and both write.
#include <thread>

int main() {
  int number = 0;
  int *pointer = &number;
  {
    std::jthread worker([pointer] { *pointer = 1; }); // ERROR
    *pointer = 2; // ERROR-ALSO
  }
}

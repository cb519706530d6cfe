// The threads have the counter without a lock: increments get lost.
#include <iostream>
#include <thread>
#include <vector>

int main() {
  int counter = 0;

  std::vector<std::jthread> threads;
  for (int i = 0; i < 10; ++i)
    threads.emplace_back([&counter] {
      for (int n = 0; n < 1000; ++n)
        ++counter; // reported: data-race
    });
  threads.clear(); // joins

  std::cout << counter << '\n';
}

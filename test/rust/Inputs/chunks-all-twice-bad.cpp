// Two threads change all of one array.
#include <array>
#include <cstdio>
#include <thread>

int main() {
  std::array<int, 4> data{1, 2, 3, 4};
  {
    std::jthread one([&] { // ERROR-ALSO
      for (int &n : data)
        n += 1;
    });
    std::jthread two([&] {
      for (int &n : data) // ERROR-ALSO
        n *= 2; // ERROR
    });
  }
  std::printf("%d\n", data[0]);
}

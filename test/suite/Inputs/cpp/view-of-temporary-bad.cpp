// The detached thread is handed a view of the caller's string, which is gone
// when it looks.
#include <atomic>
#include <string>
#include <string_view>
#include <thread>

static std::atomic<int> vowels{-1};

static void count(std::string_view text) {
  int found = 0;
  for (char c : text)                                                  // RACE
    found += c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; // RACE
  vowels = found;
}

static void submit(int n) {
  std::string text = "the text of request number " + std::to_string(n);
  std::thread(count, std::string_view(text)).detach(); // RACE
} // RACE

int main() {
  submit(7);
  while (vowels < 0)
    std::this_thread::yield();
  return 0;
}

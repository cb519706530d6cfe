// The detached thread is handed a string of its own.
#include <atomic>
#include <string>
#include <string_view>
#include <thread>

static std::atomic<int> vowels{-1};

static void count(std::string text) {
  int found = 0;
  for (char c : text)
    found += c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  vowels = found;
}

static void submit(int n) {
  std::string text = "the text of request number " + std::to_string(n);
  std::thread(count, text).detach();
}

int main() {
  submit(7);
  while (vowels < 0)
    std::this_thread::yield();
  return 0;
}

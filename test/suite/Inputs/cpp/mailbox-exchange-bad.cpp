// The receiver loads the mailbox's pointer and clears it in a second step, so a
// letter can be lost.
#include <atomic>
#include <memory>
#include <string>
#include <thread>

static std::atomic<std::string *> mailbox{nullptr};
static std::atomic<bool> over{false};

static void send(std::string text) {
  auto letter = std::make_unique<std::string>(std::move(text));
  // A letter not fetched yet is replaced, and the old one thrown away.
  delete mailbox.exchange(letter.release(), std::memory_order_acq_rel); // RACE
}

static std::unique_ptr<std::string> fetch() {
  std::string *letter = mailbox.load(std::memory_order_acquire); // RACE
  mailbox.store(nullptr, std::memory_order_release);             // RACE
  return std::unique_ptr<std::string>(letter);                   // RACE
}

int main() {
  std::thread sender([] {
    for (int i = 0; i < 500; ++i)
      send("letter number " + std::to_string(i));
    over = true;
  });
  size_t length = 0;
  while (!over)
    if (auto letter = fetch())
      length += letter->size(); // RACE
  sender.join();
  fetch();
  return length < 100000 ? 0 : 1;
}

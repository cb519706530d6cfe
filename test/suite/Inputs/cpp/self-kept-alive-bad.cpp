// The detached thread uses the downloader through this, which its owner may
// have dropped by then.
#include <atomic>
#include <memory>
#include <string>
#include <thread>

static std::atomic<bool> over{false};

class Download : public std::enable_shared_from_this<Download> {
public:
  explicit Download(std::string u) : url(std::move(u)) {}
  void start() {
    std::thread([this] {           // RACE
      received = url.size() * 100; // RACE
      over = true;
    })
        .detach();
  }

private:
  std::string url;
  size_t received = 0;
};

int main() {
  auto download = std::make_shared<Download>("https://example.org/a/long/path");
  download->start();
  download.reset(); // RACE
  while (!over)
    std::this_thread::yield();
}

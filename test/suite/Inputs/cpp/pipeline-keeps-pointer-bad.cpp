// The first stage keeps a pointer to the item it has passed on and corrects it
// later.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

struct Image {
  int brightness = 0;
};

class Stage {
public:
  void push(std::unique_ptr<Image> image) {
    std::lock_guard<std::mutex> hold(lock);
    images.push_back(std::move(image));
    arrived.notify_one();
  }
  std::unique_ptr<Image> pop() {
    std::unique_lock<std::mutex> hold(lock);
    arrived.wait(hold, [this] { return !images.empty(); });
    std::unique_ptr<Image> image = std::move(images.front());
    images.pop_front();
    return image;
  }

private:
  std::mutex lock;
  std::condition_variable arrived;
  std::deque<std::unique_ptr<Image>> images;
};

int main() {
  Stage stage;
  std::thread camera([&stage] {
    Image *last = nullptr;
    for (int i = 1; i <= 20; ++i) {
      auto image = std::make_unique<Image>();
      image->brightness = i; // RACE
      if (last)
        last->brightness += i; // RACE
      last = image.get();
      stage.push(std::move(image));
    }
  });
  int sum = 0;
  for (int i = 1; i <= 20; ++i)
    sum += stage.pop()->brightness; // RACE
  camera.join();
  return sum > 0 ? 0 : 1;
}

// The count is decremented in one atomic step and tested in another: two
// threads can both see zero.
#include <atomic>
#include <thread>

class Texture {
public:
  explicit Texture(int users) : users(users) {}

  static void drop(Texture *texture) {
    texture->users.fetch_sub(1);
    if (texture->users.load() == 0) // RACE
      delete texture;               // RACE
  }

private:
  std::atomic<int> users;
};

static void render(Texture *texture) {
  std::this_thread::yield();
  Texture::drop(texture);
}

int main() {
  Texture *texture = new Texture(2);
  std::thread left(render, texture);
  std::thread right(render, texture);
  left.join();
  right.join();
}

// Two threads append to one std::string.
#include <string>
#include <thread>

static void draw(std::string &line, char pen, int width) {
  for (int i = 0; i < width; ++i)
    line += pen; // RACE
}

int main() {
  std::string picture;
  std::thread left(draw, std::ref(picture), '-', 40);
  draw(picture, '=', 60);
  left.join();
  return picture.size() == 100 ? 0 : 1;
}

// One thread per row adds into that row's total.
#include <thread>

static constexpr int N = 6;
static int matrix[N][N];
static int totals[N];

static void sumRow(int row) {
  for (int column = 0; column < N; ++column)
    totals[row] += matrix[row][column];
}

int main() {
  for (int r = 0; r < N; ++r)
    for (int c = 0; c < N; ++c)
      matrix[r][c] = r + c;
  std::thread team[N];
  for (int i = 0; i < N; ++i)
    team[i] = std::thread(sumRow, i);
  for (int i = 0; i < N; ++i)
    team[i].join();
  return totals[0] == 15 ? 0 : 1;
}

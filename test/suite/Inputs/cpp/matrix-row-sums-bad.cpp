// One thread per column adds into the per-row totals, which all columns share.
#include <thread>

static constexpr int N = 6;
static int matrix[N][N];
static int totals[N];

static void sumColumn(int column) {
  for (int row = 0; row < N; ++row)
    totals[row] += matrix[row][column]; // RACE
}

int main() {
  for (int r = 0; r < N; ++r)
    for (int c = 0; c < N; ++c)
      matrix[r][c] = r + c;
  std::thread team[N];
  for (int i = 0; i < N; ++i)
    team[i] = std::thread(sumColumn, i);
  for (int i = 0; i < N; ++i)
    team[i].join();
  return totals[0] == 15 ? 0 : 1;
}

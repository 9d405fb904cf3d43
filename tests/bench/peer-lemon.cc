// SPDX-License-Identifier: GPL-3.0-or-later
//
// peer-lemon FILE RUNS: solves a dump of bench-matching with LEMON's network simplex and prints
// what that took, as a line of JSON. tests/bench/run compiles it; the project itself has no C++.
//
// Everybody of the smaller side sends one unit and everybody of the other takes one; a last sender,
// worth 0 to anybody, has what is left. Non-candidates are worth 0 too, as much as staying alone.
// Costs are read from the matrix in place, and only run () is timed.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <utility>
#include <vector>

#include <lemon/config.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

typedef lemon::StaticDigraph Graph;

struct Matrix
{
  int n;     // senders
  int m;     // takers
  int rest;  // what the last sender has; 0 where there is none such
  std::vector<std::int32_t> scores;
};

// All pairs in order, made up as they are read.
struct Pairs
{
  typedef std::forward_iterator_tag iterator_category;
  typedef std::pair<int, int> value_type;
  typedef std::ptrdiff_t difference_type;
  typedef const value_type *pointer;
  typedef const value_type &reference;

  const Matrix *matrix;
  value_type pair;

  reference operator* () const { return pair; }
  pointer operator-> () const { return &pair; }
  bool operator!= (const Pairs &other) const { return pair != other.pair; }
  bool operator== (const Pairs &other) const { return pair == other.pair; }

  Pairs &
  operator++ ()
  {
    if (++pair.second == matrix->n + matrix->m)
      pair = value_type (pair.first + 1, matrix->n);
    return *this;
  }
};

// StaticDigraph numbers arcs in the order in which it gets them.
struct Costs
{
  typedef Graph::Arc Key;
  typedef int Value;

  const Matrix *matrix;

  Value operator[] (Key arc) const { return -matrix->scores[Graph::id (arc)]; }
};

struct Supplies
{
  typedef Graph::Node Key;
  typedef int Value;

  const Matrix *matrix;

  Value
  operator[] (Key node) const
  {
    int i = Graph::id (node);

    if (i >= matrix->n)
      return -1;
    return i == matrix->n - 1 && matrix->rest > 0 ? matrix->rest : 1;
  }
};

static bool
load (const char *path,
      Matrix &matrix)
{
  std::FILE *dump = std::fopen (path, "rb");
  std::int32_t size[2];

  if (dump == nullptr || std::fread (size, sizeof size, 1, dump) != 1)
    return false;

  std::vector<std::int32_t> row (size[1]);
  bool turned = size[0] > size[1];

  matrix.m = std::max (size[0], size[1]);
  matrix.rest = matrix.m - std::min (size[0], size[1]);
  matrix.n = matrix.m - matrix.rest + (matrix.rest > 0);
  matrix.scores.resize ((std::size_t) matrix.n * matrix.m);
  for (int i = 0; i < size[0]; i++)
    {
      if (std::fread (row.data (), sizeof row[0], row.size (), dump) != row.size ())
        return false;
      for (int j = 0; j < size[1]; j++)
        matrix.scores[turned ? (std::size_t) j * matrix.m + i : (std::size_t) i * matrix.m + j]
          = std::max (row[j], 0);
    }
  std::fclose (dump);
  return true;
}

static long
peak_kb ()
{
  std::FILE *status = std::fopen ("/proc/self/status", "r");
  char line[256];
  long kb = 0;

  while (status != nullptr && std::fgets (line, sizeof line, status) != nullptr)
    if (std::strncmp (line, "VmHWM:", 6) == 0)
      kb = std::strtol (line + 6, nullptr, 10);
  if (status != nullptr)
    std::fclose (status);
  return kb;
}

int
main (int argc,
      char **argv)
{
  Matrix matrix;

  if (argc != 3 || !load (argv[1], matrix))
    {
      std::fprintf (stderr, "usage: peer-lemon FILE RUNS\n");
      return 1;
    }

  Graph graph;
  int runs = std::max (std::atoi (argv[2]), 1);
  long long total = 0;
  std::vector<double> times;

  graph.build (matrix.n + matrix.m,
               Pairs { &matrix, { 0, matrix.n } },
               Pairs { &matrix, { matrix.n, matrix.n } });
  for (int run = 0; run < runs; run++)
    {
      lemon::NetworkSimplex<Graph, int, int> simplex (graph);

      simplex.costMap (Costs { &matrix }).supplyMap (Supplies { &matrix });

      auto start = std::chrono::steady_clock::now ();
      auto outcome = simplex.run ();
      auto end = std::chrono::steady_clock::now ();

      if (outcome != simplex.OPTIMAL)
        {
          std::fprintf (stderr, "no optimum\n");
          return 1;
        }
      total = -simplex.totalCost<long long> ();
      times.push_back (std::chrono::duration<double, std::milli> (end - start).count ());
    }
  std::sort (times.begin (), times.end ());
  std::printf ("{\"total\": %lld, \"median_ms\": %.4f, \"min_ms\": %.4f, \"runs\": %d,"
               " \"peak_kb\": %ld, \"version\": \"%s\"}\n",
               total, times[(times.size () - 1) / 2], times[0], runs, peak_kb (), LEMON_VERSION);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sanitizers that unwind on each allocation are a hundred times slower. */
#if defined(__SANITIZE_ADDRESS__)
#define TEST_SCALE(n) ((n) / 50)
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TEST_SCALE(n) ((n) / 50)
#endif
#endif

#ifndef TEST_SCALE
#define TEST_SCALE(n) (n)
#endif

#pragma once

#include "workerpool.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>

namespace http {

// Runs a job in a pool and goes on in the caller's own strand. nullopt: the queue was full. The job
// must not throw and may use what the waiting coroutine holds, which lives until it has ended.
template <class R>
boost::asio::awaitable<std::optional<R>> offload(WorkerPool &pool, std::function<R()> job)
{
    namespace asio = boost::asio;
    // Named first: GCC 12 destroys temporaries inside co_await twice.
    auto initiate = [&pool](auto handler, std::function<R()> work) {
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        const auto executor = asio::get_associated_executor(*kept);
        auto done = [kept, executor](std::optional<R> result) {
            asio::post(executor,
                [kept, result = std::move(result)]() mutable { (*kept)(std::move(result)); });
        };
        if (!pool.post([work = std::move(work), done] { done(work()); }))
            done(std::nullopt);
    };
    auto token = asio::use_awaitable;
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(std::optional<R>)>(
        std::move(initiate), token, std::move(job));
}

} // namespace http

# Schema of the client's two databases.
file(GLOB kontor_client_migrations RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS migrations/client/*/*.sql)
qt_add_resources(resources kontor_client_migrations PREFIX /kontor FILES ${kontor_client_migrations})

# Schema and API description of the portal, compiled in.
file(GLOB kontor_migrations RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS migrations/portal/*.sql)
qt_add_resources(resources kontor_portal_data PREFIX /kontor FILES ${kontor_migrations})

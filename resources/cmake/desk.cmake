# Icons and fonts of the desk, embedded as resources of their own library: nothing of them is committed, they are
# copied from the pinned npm package and from the font packages into the build folder.

set(KONTOR_INTER_DIR "/usr/share/fonts/opentype/inter" CACHE PATH "Folder of Inter-Regular.otf and its weights (package fonts-inter)")
set(KONTOR_NOTO_DIR "/usr/share/fonts/truetype/noto" CACHE PATH "Folder of NotoSans-Regular.ttf (package fonts-noto-core)")

if(KONTOR_LUCIDE_DIR)
    set(lucide ${KONTOR_LUCIDE_DIR})
else()
    kontor_npm(KONTOR_LUCIDE_DIR)
    set(lucide ${KONTOR_NPM_MODULES}/lucide-static)
endif()

set(desk_dir ${CMAKE_CURRENT_BINARY_DIR}/desk)
set(desk_qrc "<RCC>\n  <qresource prefix=\"/\">\n")
set(desk_inputs)

# Copies a file into the build folder, where the .qrc lists it as `alias`.
function(kontor_desk_file from alias)
    if(NOT EXISTS ${from})
        message(FATAL_ERROR "Missing for the desk's resources: ${from}")
    endif()
    configure_file(${from} ${desk_dir}/${alias} COPYONLY)
    set(desk_qrc "${desk_qrc}    <file>${alias}</file>\n" PARENT_SCOPE)
    set(desk_inputs ${desk_inputs} ${desk_dir}/${alias} PARENT_SCOPE)
endfunction()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/icons/icons.txt)
file(STRINGS icons/icons.txt icon_names REGEX "^[a-z0-9-]+$")
foreach(name ${icon_names})
    if(NOT EXISTS ${lucide}/icons/${name}.svg)
        message(FATAL_ERROR "The icon \"${name}\" of resources/icons/icons.txt is not in ${lucide}/icons.")
    endif()
    kontor_desk_file(${lucide}/icons/${name}.svg icons/${name}.svg)
endforeach()
kontor_desk_file(${CMAKE_CURRENT_SOURCE_DIR}/icons/app/kontor.svg icons/app/kontor.svg)
foreach(weight Regular Medium SemiBold)
    kontor_desk_file(${KONTOR_INTER_DIR}/Inter-${weight}.otf fonts/Inter-${weight}.otf)
endforeach()
foreach(weight Regular Bold)
    kontor_desk_file(${KONTOR_NOTO_DIR}/NotoSans-${weight}.ttf fonts/NotoSans-${weight}.ttf)
endforeach()

# The texts of the licences travel inside the program, so that they can be shown, and are packaged from here.
kontor_desk_file(${lucide}/LICENSE licences/lucide.txt)
foreach(package fonts-inter fonts-noto-core)
    if(EXISTS /usr/share/doc/${package}/copyright)
        kontor_desk_file(/usr/share/doc/${package}/copyright licences/${package}.txt)
    endif()
endforeach()

file(CONFIGURE OUTPUT ${desk_dir}/desk.qrc CONTENT "${desk_qrc}  </qresource>\n</RCC>\n" @ONLY)
qt_add_resources(desk_sources ${desk_dir}/desk.qrc)
add_library(resources_desk STATIC ${desk_sources})
set_target_properties(resources_desk PROPERTIES AUTOMOC OFF AUTORCC OFF)
target_link_libraries(resources_desk PUBLIC Qt6::Core)
